/// What has been clicked: one object, and its words.
@NullMarked
package org.hrscope.ui.selection;

import org.jspecify.annotations.NullMarked;
