import assert from "node:assert/strict";
import { givenPass } from "../testdata/given_pass.ts";
import { encodePassesCsv } from "./encode_passes_csv.ts";
import type { PassJson } from "./pass_json.ts";

/** The rows as records by the names of the columns. */
function rowsOf(...passes: PassJson[]): Record<string, string>[] {
  const [head, ...rows] = textOf(passes).trimEnd().split("\r\n");
  const names = head!.split(",");
  return rows.map((row) => {
    const values = row.split(",");
    assert.equal(values.length, names.length);
    return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  });
}

function textOf(passes: PassJson[]): string {
  return [...encodePassesCsv(passes)].map((piece) =>
    new TextDecoder().decode(piece)
  ).join("");
}

Deno.test("encodePassesCsv() writes a row a pass, empty where nothing is known", () => {
  const [row] = rowsOf(givenPass());
  assert.deepEqual(row, {
    id: "25994-55.7500N-37.6200E-142815",
    norad_id: "25994",
    name: "TERRA",
    aos_time: "2026-08-21T08:12:30.250Z",
    aos_azimuth_deg: "178.2",
    aos_compass: "S",
    aos_elevation_deg: "0",
    aos_range_km: "3050.5",
    aos_sunlit: "true",
    tca_time: "2026-08-21T08:18:40.125Z",
    tca_azimuth_deg: "88.4",
    tca_compass: "E",
    tca_elevation_deg: "67.3",
    tca_range_km: "3050.5",
    tca_sunlit: "true",
    los_time: "2026-08-21T08:24:50.750Z",
    los_azimuth_deg: "2.9",
    los_compass: "N",
    los_elevation_deg: "0",
    los_range_km: "3050.5",
    los_sunlit: "true",
    closest_approach_time: "2026-08-21T08:18:40.500Z",
    closest_approach_range_km: "755.25",
    duration_s: "740.5",
    max_elevation_deg: "67.3",
    direction: "ascending",
    orbit_number: "142815",
    sub_point_latitude_deg: "55.9",
    sub_point_longitude_deg: "40.1",
    sub_point_altitude_km: "702.5",
    sub_point_distance_km: "155.5",
    sub_point_daylight: "true",
    observer_sun_elevation_deg: "41.5",
    observer_sun_azimuth_deg: "140.25",
    visible_from: "",
    visible_to: "",
    in_progress: "false",
    cut_start: "false",
    cut_end: "false",
    source: "predicted",
    data_samples_present: "",
    data_samples_expected: "",
    data_completeness: "",
    element_set_id: "0123456789ab",
    element_set_epoch: "2026-08-20T23:18:40.125000Z",
    element_set_age_hours: "9",
    expected_timing_error_s_typical: "0.2",
    expected_timing_error_s_p95: "0.9",
    expected_timing_error_s_basis: "formula",
    latest_element_set_id: "",
    latest_aos_s: "",
    latest_tca_s: "",
    latest_los_s: "",
    latest_max_elevation_deg: "",
  });
});

Deno.test("encodePassesCsv() tells of what was recorded, and compared", () => {
  const elements = { id: "ba9876543210", epoch: "2026-09-01", age_hours: -250 };
  const [row] = rowsOf(givenPass({
    source: "recorded",
    data: { samples_present: 741, samples_expected: 741, completeness: 1 },
    element_set: null,
    expected_timing_error_s: null,
    latest: {
      element_set: elements,
      aos_s: -1.5,
      tca_s: 0,
      los_s: 1.25,
      max_elevation_deg: 0.5,
    },
  }));
  assert.equal(row!.data_completeness, "1");
  assert.equal(row!.element_set_id, "");
  assert.equal(row!.expected_timing_error_s_p95, "");
  assert.equal(row!.latest_element_set_id, "ba9876543210");
  assert.equal(row!.latest_aos_s, "-1.5");
  assert.equal(row!.latest_tca_s, "0");
  assert.equal(row!.latest_los_s, "1.25");
  assert.equal(row!.latest_max_elevation_deg, "0.5");
});

Deno.test("encodePassesCsv() quotes a name that needs it", () => {
  const text = textOf([givenPass({ name: 'A, "B"' })]);
  assert.match(text, /,25994,"A, ""B""",2026-/);
});

Deno.test("encodePassesCsv() writes many in order, and of none the names only", () => {
  const passes = Array.from(
    { length: 450 },
    (_, i) => givenPass({ id: String(i) }),
  );
  const ids = rowsOf(...passes).map(({ id }) => Number(id));
  assert.deepEqual(ids, Array.from({ length: 450 }, (_, i) => i));
  assert.match(textOf([]), /^id,norad_id,[^\r\n]*\r\n$/);
});
