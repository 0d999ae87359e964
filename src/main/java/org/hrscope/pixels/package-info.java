/// Pixels: the affine crop, colour maps, heatmaps made visible, pictures read and written.
@NullMarked
package org.hrscope.pixels;

import org.jspecify.annotations.NullMarked;
