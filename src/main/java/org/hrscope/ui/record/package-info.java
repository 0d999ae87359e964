/// Recording what plays, and a marked range of a file.
@NullMarked
package org.hrscope.ui.record;

import org.jspecify.annotations.NullMarked;
