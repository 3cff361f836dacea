/** What a report does: it shows all rows, the failing ones, or the passing ones. */
export const reportScript = `
document.querySelector('fieldset').addEventListener('change', ({ target }) => {
  document.querySelector('main').dataset.show = target.value
})
`
