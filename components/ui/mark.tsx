import markUrl from "../../assets/theme/mark.svg";

/** The mark, decoration beside a name. */
export function Mark({ size = 20 }: { size?: number }) {
  return <img src={markUrl} alt="" width={size} height={size} />;
}
