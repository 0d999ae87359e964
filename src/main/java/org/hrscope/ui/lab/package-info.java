/// The network taken apart on the frame on stage: cuts, sweeps and shares.
@NullMarked
package org.hrscope.ui.lab;

import org.jspecify.annotations.NullMarked;
