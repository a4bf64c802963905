import assert from "node:assert/strict";
import {
  daySpan,
  formatDaySpan,
  formatUtcOffset,
  isWithinTimeOfDay,
  meanSolarAheadMinutes,
  utcOffset,
} from "./time_of_day.ts";

Deno.test("daySpan() reads a part of the day, which may go over midnight", () => {
  const spans = ["20:00-02:00", "00:00-24:00", "06:30-07:00"].map(daySpan);
  assert.deepEqual(spans, [
    { fromMinute: 1_200, toMinute: 120 },
    { fromMinute: 0, toMinute: 1_440 },
    { fromMinute: 390, toMinute: 420 },
  ]);
});

Deno.test("daySpan() refuses what is no part of the day", () => {
  const wrong = ["", "20:00", "8:00-9:00", "20:00-20:00", "24:00-02:00"];
  for (const text of [...wrong, "20:60-21:00", "20:00-24:01", "20:00 02:00"]) {
    assert.throws(() => daySpan(text), RangeError, text);
  }
});

Deno.test("utcOffset() reads an offset, also where its plus became a space", () => {
  const texts = ["+03:00", " 03:00", "-09:30", "Z", "+14:00", "-00:00"];
  assert.deepEqual(texts.map(utcOffset), [180, 180, -570, 0, 840, 0]);
});

Deno.test("utcOffset() refuses offsets that no clock has", () => {
  for (const text of ["", "3", "03:00", "+3:00", "+14:01", "-12:01", "+0300"]) {
    assert.throws(() => utcOffset(text), /such as \+03:00/, text);
  }
});

Deno.test("isWithinTimeOfDay() holds from its begin up to its end", () => {
  const at = (text: string) => Date.parse(`2026-08-21T${text}Z`);
  const evening = { ...daySpan("20:00-02:00"), aheadMinutes: 180 };
  const times = ["16:59:59.999", "17:00", "22:59:59.999", "23:00", "10:00"];
  assert.deepEqual(
    times.map((time) => isWithinTimeOfDay(evening, at(time))),
    [false, true, true, false, false],
  );
  const morning = { ...daySpan("06:00-07:00"), aheadMinutes: -720 };
  assert.deepEqual(
    ["17:59", "18:00", "18:59", "19:00"]
      .map((time) => isWithinTimeOfDay(morning, at(time))),
    [false, true, true, false],
  );
});

Deno.test("isWithinTimeOfDay() holds always for the whole day, also before 1970", () => {
  const all = { ...daySpan("00:00-24:00"), aheadMinutes: 0.3 };
  for (const ms of [-1, 0, 86_399_999, -86_400_001]) {
    assert.ok(isWithinTimeOfDay(all, ms));
  }
});

Deno.test("mean solar time is four minutes ahead for each degree east", () => {
  assert.equal(meanSolarAheadMinutes(-180), -720);
  assert.equal(meanSolarAheadMinutes(15), 60);
});

Deno.test("a time of day is written as it is read", () => {
  for (const text of ["20:00-02:00", "00:00-24:00"]) {
    assert.equal(formatDaySpan(daySpan(text)), text);
  }
  for (const text of ["+03:00", "-09:30"]) {
    assert.equal(formatUtcOffset(utcOffset(text)), text);
  }
  assert.equal(formatUtcOffset(150.48), "+02:30:29");
  assert.equal(formatUtcOffset(-0.01), "-00:00:01");
});
