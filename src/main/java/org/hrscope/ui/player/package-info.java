/// What plays, and the controls over it: transport, timeline, estimation.
@NullMarked
package org.hrscope.ui.player;

import org.jspecify.annotations.NullMarked;
