/// The ten lessons: their steps, what each asks of the window, and the questions the program checks.
@NullMarked
package org.hrscope.ui.lessons;

import org.jspecify.annotations.NullMarked;
