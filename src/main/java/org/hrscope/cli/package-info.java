/// The commands: thin layers over the same core as the window.
@NullMarked
package org.hrscope.cli;

import org.jspecify.annotations.NullMarked;
