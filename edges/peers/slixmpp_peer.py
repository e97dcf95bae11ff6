"""slixmpp at the other end of `cargo xtask judge`.

A stanza is read as its class with every plugin of slixmpp registered, a part of one as the class that a plugin has for
it; what comes back is a new object of that class that is given all `values` of the first. A payload without a plugin is
put back as slixmpp keeps it, as XML, where it stood. With --dom: the tree that slixmpp reads, written by its own
`tostring`.
"""

import json
import os
import sys
from copy import deepcopy
from xml.etree import ElementTree as ET


def read_tree(text):
    """The one element of a text, by the pull parser that slixmpp reads streams with."""
    parser = ET.XMLPullParser(("start", "end"))
    parser.feed("<stream>")
    parser.feed(text)
    parser.feed("</stream>")
    depth, root, end = 0, None, False
    for event, element in parser.read_events():
        depth += 1 if event == "start" else -1
        root = root if root is not None else element
        end = depth == 0
    parser.close()
    if not end or len(root) != 1 or (root.text or "").strip() or (root[0].tail or "").strip():
        raise ValueError("not one element")
    root[0].tail = None
    return root[0]


def prepare():
    """The client whose classes of stanzas know every plugin that can be loaded."""
    import asyncio
    import logging

    logging.disable(logging.CRITICAL)
    asyncio.set_event_loop(asyncio.new_event_loop())
    import slixmpp
    from slixmpp import plugins

    client = slixmpp.ClientXMPP("tester@tea.example", "secret")
    for name in sorted(plugins.__all__):
        try:
            client.register_plugin(name)
        except Exception as error:  # one that needs a package that is not there
            print(f"without {name}: {error}", file=sys.stderr)
    return client


def parts():
    """The classes of what may stand in a stanza, by tag, as they are plugged into others."""
    from slixmpp.xmlstream.stanzabase import ElementBase

    found, open_classes = {}, [ElementBase]
    while open_classes:
        outer = open_classes.pop()
        open_classes.extend(outer.__subclasses__())
        for tag, part in outer.plugin_tag_map.items():
            found.setdefault(tag, set()).add(part)
    return {tag: min(part, key=lambda one: f"{one.__module__}.{one.__qualname__}") for tag, part in found.items()}


def typed(client, known, tree):
    from slixmpp.xmlstream.stanzabase import StanzaBase

    stanza = client._build_stanza(deepcopy(tree))
    if type(stanza) is StanzaBase:
        if tree.tag not in known:
            return None, [tree.tag]
        stanza = known[tree.tag](xml=deepcopy(tree))
        try:
            stanza.values
        except TypeError:  # it asks the stanza that it stands in
            return None, [tree.tag]
    values = stanza.values
    copy = type(stanza)()
    for child in list(copy.xml):
        copy.xml.remove(child)
    copy.values = values
    fields = {f"{{{stanza.namespace}}}{name}" for name in [*stanza.sub_interfaces, *stanza.interfaces]}
    opaque = []
    for at, child in enumerate(tree):
        is_read = child.tag in stanza.plugin_tag_map or child.tag in fields
        if not is_read and copy.xml.find(child.tag) is None:
            opaque.append(child.tag)
            copy.xml.insert(at, deepcopy(child))
    return copy.xml, opaque


def main():
    from slixmpp.xmlstream.tostring import tostring

    is_dom = "--dom" in sys.argv[1:]
    client = None if is_dom else prepare()
    known = {} if is_dom else parts()
    for line in sys.stdin:
        text = json.loads(line)
        try:
            tree = read_tree(text)
            written, opaque = (tree, [tree.tag]) if is_dom else typed(client, known, tree)
            answer = {"opaque": opaque}
            if written is not None:
                answer["xml"] = tostring(written, top_level=True)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    # Some values are sets, which would be written in another order each time.
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    main()
