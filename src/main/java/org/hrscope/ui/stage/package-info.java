/// The stage: the frame, and the layers over it in image coordinates.
@NullMarked
package org.hrscope.ui.stage;

import org.jspecify.annotations.NullMarked;
