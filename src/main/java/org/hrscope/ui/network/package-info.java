/// The network map: the loaded model as nodes, with what they hold for the current frame and the time each takes.
@NullMarked
package org.hrscope.ui.network;

import org.jspecify.annotations.NullMarked;
