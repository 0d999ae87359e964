/// The list of joints: visibility, selection, scores.
@NullMarked
package org.hrscope.ui.joints;

import org.jspecify.annotations.NullMarked;
