package org.hrscope.quantise;

import org.hrscope.domain.Tensor;
import org.hrscope.pixels.CropGeometry;

/// A person's crop as the network gets it.
///
/// @param crop     [1, 3, H, W], normalised
/// @param geometry from the source's pixels
public record Sample(Tensor crop, CropGeometry geometry) {}
