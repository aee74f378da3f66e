import { Upload } from "lucide-preact";
import { useId } from "preact/hooks";
import { Icon } from "./icon.tsx";

interface FileButtonProps {
  /** Endings and types of the files that fit, as an input takes them. */
  accept: string;
  onFile: (file: File) => void;
  children: string;
}

/** A quiet button that asks for a file; the same one may be chosen again. */
export function FileButton({ accept, onFile, children }: FileButtonProps) {
  const id = useId();
  return (
    <label class="btn file-button" data-look="quiet" for={id}>
      <Icon of={Upload} />
      {children}
      <input
        id={id}
        class="sr-only"
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
