declare module "japanese-holidays" {
  const holidays: {
    /**
     * The name of the public holiday at an instant, read in Japan Standard Time; undefined on other days.
     * @param substitutes whether 振替休日 count too; true unless told
     */
    isHolidayAt(date: Date, substitutes?: boolean): string | undefined;
    getHolidaysOf(year: number, substitutes?: boolean): { month: number; date: number; name: string }[];
  };
  export default holidays;
}
