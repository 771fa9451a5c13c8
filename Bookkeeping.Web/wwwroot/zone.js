// Tells the server the zone of this machine, in which its person wants times, and has the page made anew where it was made with another.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const cookie = `bookkeeping-browser-zone=${encodeURIComponent(zone)}`;
const isKnown = () => document.cookie.split('; ').includes(cookie);

if (!isKnown()) {
  document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`;
  // A browser that keeps no cookies would begin again and again.
  if (isKnown()) location.reload();
}
