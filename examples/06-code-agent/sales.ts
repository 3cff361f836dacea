/** A year of sales, as a table nobody would paste into a prompt. */
export function sales(): { month: number; shop: string; euros: number }[] {
  const shops = ['Bern', 'Lyon', 'Turin', 'Graz', 'Ghent']
  return shops.flatMap((shop, index) =>
    Array.from({ length: 12 }, (_, month) => ({
      month: month + 1,
      shop,
      // Seasons, and one shop that loses its customers.
      euros: Math.round(
        9000 + 2500 * Math.sin(month / 2 + index) - (index === 3 ? month * 420 : 0),
      ),
    })),
  )
}
