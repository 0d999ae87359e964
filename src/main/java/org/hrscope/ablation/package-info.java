/// Ablation on one frame: gains on paths, branches, blocks and channels; sweeps; exact shares of a peak.
@NullMarked
package org.hrscope.ablation;

import org.jspecify.annotations.NullMarked;
