/** The words of an identifier or label: `dueDate`, `due_date` and `due-date` give `due`, `date`. */
export function splitName(name: string): string[] {
  return (
    name
      .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
