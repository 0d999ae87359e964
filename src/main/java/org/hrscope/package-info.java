/// The program's entry: builds the objects by constructor and starts the window or a command.
@NullMarked
package org.hrscope;

import org.jspecify.annotations.NullMarked;
