// StanzaJS at the other end of `cargo xtask judge`.
//
// An element is read by the library's stream parser as a WebSocket hands it over, into the JSON of the library, and that is
// exported as a client sends it. A part of a stanza that no path leads to is exported by its own translator. What the
// library does not know is not in that JSON. With --dom: the tree of the library's own parser.
//
// NODE_PATH has to name the node_modules that has `stanza`.
"use strict";

const readline = require("node:readline");
const { createClient, JXT } = require("stanza");

const isDom = process.argv.includes("--dom");
const { config, stanzas } = createClient({});

const name = (element) => `{${element.getNamespace()}}${element.getName()}`;

function dom(text) {
    const element = JXT.parse(text);
    return { opaque: [name(element)], xml: element.toString() };
}

function typed(text) {
    return new Promise((resolve, reject) => {
        const parser = new JXT.StreamParser({
            acceptLanguages: config.acceptLanguages,
            allowComments: false,
            lang: config.lang,
            registry: stanzas,
            wrappedStream: false,
        });
        const read = [];
        parser.on("data", (event) => read.push(event));
        parser.on("error", reject);
        parser.on("end", () => {
            try {
                if (parser.currentElement || read.length > 1) {
                    throw new Error("not one element");
                }
                resolve(read.length === 1 ? write(read[0]) : { opaque: [name(JXT.parse(text))] });
            } catch (error) {
                reject(error);
            }
        });
        parser.end(text);
    });
}

function write({ kind, stanza, xml }) {
    const translator = stanzas.getOrCreateTranslator(xml.getNamespace(), xml.getName());
    const written =
        kind === undefined
            ? translator.export(stanza, { acceptLanguages: [], registry: stanzas })
            : stanzas.export(kind, stanza);
    if (written === undefined) {
        throw new Error("read, but not written");
    }
    return { opaque: [], xml: written.toString() };
}

async function main() {
    const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
    for await (const line of lines) {
        const text = JSON.parse(line);
        let said;
        try {
            said = isDom ? dom(text) : await typed(text);
        } catch (error) {
            said = { error: String(error?.message ?? error) };
        }
        process.stdout.write(`${JSON.stringify(said)}\n`);
    }
}

main();
