"use strict";

const english = new URLSearchParams(location.search).get("lang") === "en";

/** An element with text and children; text is never read as markup. */
function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function speak() {
  document.documentElement.lang = english ? "en" : "zh-CN";
  if (!english) return;
  document.title = "Shequ · Documentation";
  for (const node of document.querySelectorAll("[data-en]")) node.textContent = node.dataset.en;
  const other = document.getElementById("language");
  other.textContent = "中文";
  other.lang = other.hreflang = "zh-CN";
  other.href = "?";
}

function sayMissing(missing) {
  const note = document.getElementById("missing");
  note.textContent = (english ? "Not answering now, hence missing here: " : "暂时没有应答，故此处缺少：")
    + missing.map(part => part.service).join(english ? ", " : "、");
  note.hidden = false;
}

async function showOperations() {
  const suite = await (await fetch("/api/openapi")).json();
  if (suite["x-missing"]) sayMissing(suite["x-missing"]);
  SwaggerUIBundle({
    spec: suite,
    dom_id: "#operations",
    docExpansion: "none",
    filter: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
}

function eventEntry(message) {
  const sample = message.examples?.[0]?.payload;
  const data = message.payload?.schema?.properties?.data;
  return element("details", "",
    element("summary", "", element("code", message.name), ` — ${message.summary ?? ""}`),
    element("p", `${english ? "Key" : "分区键"}: ${message.bindings?.kafka?.key?.description ?? "–"}`),
    element("pre", JSON.stringify(sample, null, 2)),
    element("details", "",
      element("summary", english ? "Schema of the data" : "数据的结构"),
      element("pre", JSON.stringify(data, null, 2))));
}

async function showEvents() {
  const suite = await (await fetch("/api/asyncapi")).json();
  const place = document.getElementById("channels");
  for (const channel of Object.values(suite.channels)) {
    place.append(element("h3", channel.address));
    for (const id of Object.keys(channel.messages)) place.append(eventEntry(suite.components.messages[id]));
  }
}

speak();
showOperations();
showEvents();
