/// The Apply panel: what poses are good for, live. Counting an action, controlling the window, moving a puppet.
@NullMarked
package org.hrscope.ui.apply;

import org.jspecify.annotations.NullMarked;
