/// The window as a whole: its parts put together, and what is common to them all.
@NullMarked
package org.hrscope.ui.shell;

import org.jspecify.annotations.NullMarked;
