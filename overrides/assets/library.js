// Small helps on top of pages that work without them. What a page rarely needs is asked for when it is needed.

import "./leave.js";
import "./settings.js";
import "./search-box.js";
import "./share.js";
