/** What of the world is in the middle of the map, and how large. */
export interface MapCamera {
  /** -180 up to but not including 180. */
  longitudeDeg: number;
  latitudeDeg: number;
  /** 1 shows all longitudes across the map's width. */
  zoom: number;
}

/** A map as it lies on the page, in CSS pixels. */
export interface MapFrame extends MapCamera {
  width: number;
  height: number;
}

/** A point on the map, in CSS pixels from its upper left corner. */
export interface MapPoint {
  x: number;
  y: number;
}

export interface MapPlace {
  longitudeDeg: number;
  latitudeDeg: number;
}

export const wholeWorld: MapCamera = {
  longitudeDeg: 0,
  latitudeDeg: 0,
  zoom: 1,
};

/** A degree is then some 80 pixels: the land has no more to show. */
export const mostZoom = 32;

export function pixelsPerDegree({ zoom, width }: MapFrame): number {
  return zoom * width / 360;
}

/** Where a place is on the map, on the side of its middle that is nearer. */
export function pointOf(frame: MapFrame, place: MapPlace): MapPoint {
  const scale = pixelsPerDegree(frame);
  const east = turn(place.longitudeDeg - frame.longitudeDeg);
  return {
    x: frame.width / 2 + east * scale,
    y: frame.height / 2 + (frame.latitudeDeg - place.latitudeDeg) * scale,
  };
}

/** Moves what is in the middle, as when the map is drawn by so many pixels. */
export function panBy(frame: MapFrame, { x, y }: MapPoint): MapCamera {
  const scale = pixelsPerDegree(frame);
  return clampCamera({
    ...frame,
    longitudeDeg: frame.longitudeDeg - x / scale,
    latitudeDeg: frame.latitudeDeg + y / scale,
  });
}

/** Zooms by a factor; what is at the point stays there. */
export function zoomAt(
  frame: MapFrame,
  factor: number,
  point: MapPoint,
): MapCamera {
  const zoom = clamp(frame.zoom * factor, 1, mostZoom);
  const before = pixelsPerDegree(frame);
  const after = pixelsPerDegree({ ...frame, zoom });
  const [x, y] = [point.x - frame.width / 2, point.y - frame.height / 2];
  return clampCamera({
    ...frame,
    zoom,
    longitudeDeg: frame.longitudeDeg + x / before - x / after,
    latitudeDeg: frame.latitudeDeg - y / before + y / after,
  });
}

/** Lets no pole come farther into the map than to its edge. */
export function clampCamera(frame: MapFrame): MapCamera {
  const half = frame.height / 2 / pixelsPerDegree(frame);
  const most = Math.max(0, 90 - half);
  return {
    longitudeDeg: turn(frame.longitudeDeg),
    latitudeDeg: clamp(frame.latitudeDeg, -most, most),
    zoom: frame.zoom,
  };
}

/** Degrees as -180 up to but not including 180. */
function turn(degrees: number): number {
  return ((degrees + 180) % 360 + 360) % 360 - 180;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
