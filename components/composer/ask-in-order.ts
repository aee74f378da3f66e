/** Each call begins to ask; what it gives says, once the answer is there, whether that is news or was overtaken by a later one. */
export function askInOrder(): () => () => boolean {
  let asked = 0;
  let heard = 0;
  return () => {
    asked += 1;
    const turn = asked;
    return () => {
      if (turn < heard) return false;
      heard = turn;
      return true;
    };
  };
}
