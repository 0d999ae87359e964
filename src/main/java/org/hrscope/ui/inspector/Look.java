package org.hrscope.ui.inspector;

import org.hrscope.image.ColorMap;
import org.hrscope.image.ColourScale;

/// How maps are coloured.
///
/// @param colours for non-negative maps; signed ones use blue to red
/// @param fixed   end of the range for [ColourScale.Range#FIXED]
public record Look(ColorMap colours, ColourScale.Range range, float fixed) {
    public static final Look USUAL = new Look(ColorMap.VIRIDIS, ColourScale.Range.CHANNEL, 1);
}
