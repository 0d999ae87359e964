/// What helps people to find their way: the help menu, the about box, the first hints.
@NullMarked
package org.hrscope.ui.help;

import org.jspecify.annotations.NullMarked;
