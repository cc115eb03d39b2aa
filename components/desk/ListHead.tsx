import { Hidden } from "#components/ui/Hidden";
import list from "./ListScreen.module.css";

/** A column by its name alone, or one that a phone has no room for (`wide`), of numbers, or whose name is only heard (`heard`). */
type Column = string | { name: string; is: "wide" | "number" | "heard" };

/** The names of a list's columns. */
export const ListHead = ({ columns }: { columns: readonly Column[] }) => (
  <thead>
    <tr>
      {columns.map((column) => {
        const { name, is } = typeof column === "string" ? { name: column, is: null } : column;
        return (
          <th key={name} scope="col" className={is === "wide" || is === "number" ? list[is] : undefined}>
            {is === "heard" ? <Hidden>{name}</Hidden> : name}
          </th>
        );
      })}
    </tr>
  </thead>
);
