/// The window as a whole: its assembly, and what its parts share.
@NullMarked
package org.hrscope.ui.shell;

import org.jspecify.annotations.NullMarked;
