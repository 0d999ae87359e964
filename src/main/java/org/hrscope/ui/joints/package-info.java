/// The list of joints: which are seen, which is selected, how sure each is.
@NullMarked
package org.hrscope.ui.joints;

import org.jspecify.annotations.NullMarked;
