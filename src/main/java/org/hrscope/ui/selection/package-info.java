/// The window's selection: one object, and its description in words.
@NullMarked
package org.hrscope.ui.selection;

import org.jspecify.annotations.NullMarked;
