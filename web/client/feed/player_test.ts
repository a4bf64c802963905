/// <reference lib="dom" />
import { deepEqual, equal } from "node:assert/strict";
import { givenServer } from "../testdata/given_server.ts";
import {
  defaultViewState,
  type ViewState,
} from "../time_control/view_state.ts";
import type { StreamState } from "./contract.ts";
import { Player } from "./player.ts";
import { Roster } from "./roster.ts";
import { ServerClock } from "./server_clock.ts";

const startMs = Date.UTC(2026, 7, 23, 14, 36, 40);
const hourMs = 3_600_000;
const sixHours: ViewState = {
  ...defaultViewState,
  range: { kind: "live", window: "6h" },
};

/** The newest stream, to which the test gives what the server would send. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: FakeSource;
  readonly readyState = 0;
  onopen = () => {};
  onerror = () => {};

  constructor(readonly url: string) {
    super();
    FakeSource.last = this;
  }

  get fromMs(): number {
    const { searchParams } = new URL(this.url, "http://127.0.0.1");
    return Date.parse(searchParams.get("from")!);
  }

  send(name: string, data: unknown): void {
    const options = { data: JSON.stringify(data), lastEventId: "1-a-1" };
    this.dispatchEvent(new MessageEvent(name, options));
  }

  close(): void {}
}

/** The stream is lost, and opened again after the wait for that. */
function loseAndComeBack(): void {
  const { setTimeout } = globalThis;
  let comeBack = () => {};
  globalThis.setTimeout = ((act: () => void) => {
    comeBack = act;
  }) as typeof setTimeout;
  FakeSource.last.onerror();
  globalThis.setTimeout = setTimeout;
  comeBack();
}

/** A player by a clock that the test has, of streams that it feeds. */
function givenPlayer() {
  const time = { nowMs: startMs };
  const reachedLive: ViewState[] = [];
  const { EventSource } = globalThis;
  globalThis.EventSource = FakeSource as unknown as typeof EventSource;
  const ignore = () => {};
  const player = new Player(
    { clock: new ServerClock(() => time.nowMs), roster: new Roster() },
    { onChange: ignore, onProblem: ignore, onRefused: ignore },
    (state) => reachedLive.push(state),
  );
  return {
    player,
    time,
    reachedLive,
    [Symbol.dispose]() {
      player.wanted?.session.close();
      globalThis.EventSource = EventSource;
    },
  };
}

Deno.test("Player tells since when the server is lost, whatever is asked for meanwhile", () => {
  using given = givenPlayer();
  const { player, time } = given;
  player.open(defaultViewState);
  FakeSource.last.onopen();
  time.nowMs += 60_000;
  FakeSource.last.onerror();
  time.nowMs += 60_000;
  player.open(sixHours);
  FakeSource.last.onerror();
  equal(player.wanted!.session.lostSinceMs, startMs + 60_000);
  equal(player.momentOf(player.wanted!).range.toMs, startMs + 60_000);
  FakeSource.last.onopen();
  equal(player.wanted!.session.lostSinceMs, null);
  player.open(defaultViewState);
  equal(player.wanted!.session.lostSinceMs, null);
});

Deno.test("Player shows of a range that is over what was recorded last, not its last point", async () => {
  using given = givenPlayer();
  const { player } = given;
  const asked: string[] = [];
  const done = Promise.withResolvers<void>();
  using _server = givenServer((path) => {
    asked.push(path);
    const columns = {
      time_ms: [startMs - 2_000, startMs - 1_000],
      latitude_deg: [1, 2],
      longitude_deg: [3, 4],
      altitude_km: [700, 700],
    };
    if (asked.length === 2) setTimeout(done.resolve);
    return Response.json({
      bucket_seconds: null,
      satellites: [{ norad_id: 25994, name: "TERRA", columns, gaps: [] }],
    });
  });
  const range = {
    kind: "fixed",
    fromMs: startMs - 24 * hourMs,
    toMs: startMs + 1,
  } as const;
  player.open({ ...defaultViewState, range });
  FakeSource.last.send("satellites", {
    satellites: [{ norad_id: 25994, name: "TERRA" }],
  });
  const server_time = new Date(startMs).toISOString();
  FakeSource.last.send("state", { state: "end", server_time });
  await done.promise;
  const { latest } = player.shown!.session.recording.satellites.get(25994)!;
  equal(latest?.timeMs, startMs - 1_000);
  equal(
    asked[1],
    "/api/v1/positions?from=2026-08-23T14:31:40Z&to=2026-08-23T14:36:40.001Z&points=301",
  );
});

Deno.test("Player goes on in a replay where nothing was recorded, also at another speed", () => {
  using given = givenPlayer();
  const { player, time } = given;
  player.open({ ...defaultViewState, speed: 60 });
  FakeSource.last.onopen();
  const { fromMs } = FakeSource.last;
  const begin = () => {
    const server_time = new Date(time.nowMs).toISOString();
    FakeSource.last.send("state", { state: "replay", server_time });
  };
  begin();
  const shownMs = () => player.momentOf(player.shown!).shownMs;
  time.nowMs += 10_000;
  equal(shownMs(), fromMs + 600_000);
  const frame = { time: new Date(fromMs + 900_000).toISOString() };
  FakeSource.last.send("positions", { ...frame, positions: [] });
  equal(shownMs(), fromMs + 900_000);
  time.nowMs += 5_000;
  player.goOn(600);
  equal(FakeSource.last.fromMs, fromMs + 1_200_000);
  // Opened again it does not wait for all of the gap anew.
  begin();
  time.nowMs += 3_000;
  loseAndComeBack();
  time.nowMs += 60_000;
  FakeSource.last.onopen();
  equal(shownMs(), fromMs + 1_200_000 + 1_800_000);
  equal(FakeSource.last.fromMs, fromMs + 1_200_000 + 1_800_000);
  player.goOn(60, fromMs + 3_300_000);
  equal(FakeSource.last.fromMs, fromMs + 3_300_000);
  equal(FakeSource.last.url.includes("last_event_id"), false);
});

Deno.test("Player goes on in silence up to the end of a range with the last of it, never with nothing", () => {
  using given = givenPlayer();
  const { player, time } = given;
  const toMs = startMs - hourMs;
  const range = { kind: "fixed", fromMs: toMs - hourMs, toMs } as const;
  player.open({ ...defaultViewState, range, speed: 600 });
  FakeSource.last.onopen();
  const server_time = new Date(startMs).toISOString();
  FakeSource.last.send("state", { state: "replay", server_time });
  time.nowMs += 10_000;
  equal(player.momentOf(player.shown!).shownMs, toMs);
  loseAndComeBack();
  equal(FakeSource.last.fromMs, toMs - 1);
  // As where that is skipped.
  player.goOn(60, toMs);
  equal(player.shown!.session.plan.fromMs, toMs - 1);
});

Deno.test("Player goes on with the window that it replayed, however long it was paused", () => {
  using given = givenPlayer();
  const { player, time } = given;
  player.open({ ...defaultViewState, speed: 60 });
  FakeSource.last.onopen();
  const { fromMs } = FakeSource.last;
  const { axis } = player.shown!.session.plan;
  const state: StreamState = {
    state: "replay",
    server_time: new Date(startMs).toISOString(),
    from: new Date(fromMs).toISOString(),
    to: null,
  };
  FakeSource.last.send("state", state);
  const frame = {
    time: new Date(fromMs + 60_000).toISOString(),
    positions: [],
  };
  FakeSource.last.send("positions", frame);
  player.pause();
  time.nowMs += hourMs;
  player.goOn(600);
  equal(FakeSource.last.fromMs, fromMs);
  equal(player.shown!.session.plan.axis, axis);
});

Deno.test("Player shows live once a replay has come to now, also where nothing comes", () => {
  using given = givenPlayer();
  const { player, reachedLive } = given;
  player.open({ ...defaultViewState, speed: 600 });
  FakeSource.last.onopen();
  const server_time = new Date(startMs).toISOString();
  FakeSource.last.send("state", { state: "replay", server_time });
  deepEqual(reachedLive, []);
  FakeSource.last.send("state", { state: "behind", server_time });
  deepEqual(reachedLive, [defaultViewState]);
});

Deno.test("Player stays at now in a replay of what is still to come, though nothing comes", () => {
  using given = givenPlayer();
  const { player, time, reachedLive } = given;
  const range = {
    kind: "fixed",
    fromMs: startMs - hourMs,
    toMs: startMs + hourMs,
  } as const;
  player.open({ ...defaultViewState, range, speed: 600 });
  FakeSource.last.onopen();
  const send = (state: string) => {
    const server_time = new Date(time.nowMs).toISOString();
    FakeSource.last.send("state", { state, server_time });
  };
  send("replay");
  time.nowMs += 10_000;
  const shown = () => player.momentOf(player.shown!);
  equal(shown().shownMs, time.nowMs);
  send("behind");
  equal(shown().shownMs, time.nowMs);
  time.nowMs += 5_000;
  send("behind");
  equal(shown().shownMs, time.nowMs);
  equal(shown().kind, "replay");
  deepEqual(reachedLive, []);
});
