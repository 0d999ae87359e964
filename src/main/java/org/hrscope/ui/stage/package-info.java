/// The stage: the frame, and the layers over it in picture coordinates.
@NullMarked
package org.hrscope.ui.stage;

import org.jspecify.annotations.NullMarked;
