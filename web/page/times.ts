// Times in words. Those of an order are the chain's, in Unix seconds.

/** A number of seconds that is only an estimate. */
export function about(seconds: number): string {
  if (seconds < 10) return "some seconds";
  if (seconds < 115) return `about ${Math.round(seconds / 10) * 10} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`;
  return `about ${Math.round(seconds / 3600)} h`;
}

const form: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
};

/** A moment, as "Thu 26 November, 13:05", in this device's time zone. */
export function moment(seconds: number): string {
  return new Intl.DateTimeFormat("en-GB", form).format(new Date(seconds * 1000));
}

/** A span that is left, to the second in its last hour. */
export function left(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [d, h, m, s] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  if (d > 0) return `${d} d ${h} h`;
  if (h > 0) return `${h} h ${m} min`;
  return m > 0 ? `${m} min ${s} s` : `${s} s`;
}

/** A span in words: whole days from two on, hours below. */
export function hours(seconds: number): string {
  const all = Math.round(seconds / 3600);
  return all % 24 === 0 && all > 24 ? `${all / 24} days` : `${all} hours`;
}
