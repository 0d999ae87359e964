/// Pixels: the affine crop, colour maps, rendered heatmaps, image input and output.
@NullMarked
package org.hrscope.pixels;

import org.jspecify.annotations.NullMarked;
