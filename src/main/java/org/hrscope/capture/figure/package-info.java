/// The demo figure: a person made of tapered capsules who waves, walks, squats, jumps, stretches and turns in front
/// of changing backdrops, with exact COCO-17 keypoints for every frame.
///
/// Lengths are in metres; angles in degrees where the name says so, else radians. World axes: x to the figure's
/// left (image right when it faces us), y up from the floor, z towards us. Everything is a function of (seed,
/// index).
@NullMarked
package org.hrscope.capture.figure;

import org.jspecify.annotations.NullMarked;
