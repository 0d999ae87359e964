package org.hrscope.ui.inspector;

import org.hrscope.image.ColorMap;
import org.hrscope.image.ColourScale;

/// How maps are coloured.
///
/// @param colours of maps without negative values; signed ones are blue to red
/// @param fixed   the scale's end under [ColourScale.Range#FIXED]
public record Look(ColorMap colours, ColourScale.Range range, float fixed) {
    public static final Look USUAL = new Look(ColorMap.VIRIDIS, ColourScale.Range.CHANNEL, 1);
}
