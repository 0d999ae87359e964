/// The demo figure: a person made of tapered capsules who waves, walks, squats, jumps, stretches and turns, rendered over
/// changing backdrops, with the true COCO-17 joints of every frame known.
///
/// Lengths are metres, angles degrees where a name ends so, else radians. World axes: x to the figure's left (the
/// picture's right when it faces us), y up from the floor, z towards us. Everything depends on (seed, index) alone.
@NullMarked
package org.hrscope.capture.figure;

import org.jspecify.annotations.NullMarked;
