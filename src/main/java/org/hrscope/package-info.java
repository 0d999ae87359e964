/// The entry point: wires the objects and starts the window or a command.
@NullMarked
package org.hrscope;

import org.jspecify.annotations.NullMarked;
