/// The network taken apart on one frame: gains on paths, branches, blocks and channels; sweeps; exact shares.
@NullMarked
package org.hrscope.ablation;

import org.jspecify.annotations.NullMarked;
