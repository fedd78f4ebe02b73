// The setup page in a real browser, against a portal that has the gateway's own schema: the whole way from nothing to saved, each failing
// step, what people enter wrongly, and what an attacker calls his network.
import { afterEach, expect, test } from "vitest";
import { DESK, PHONE } from "../../../board-tests/control/chromium.ts";
import { Authority } from "../../../board-tests/support/certificates.ts";
import { describeWith } from "../../../board-tests/support/require-tool.ts";
import { settingRows } from "../../domain/settings/schema.ts";
import { PageBench } from "./page-bench.ts";

let bench: PageBench;

afterEach(async () => {
  const { complaints } = bench;
  await bench.close();
  // A listener that is closed while the gateway tests is no fault of the page's.
  expect(complaints.filter((each) => !each.includes("net::ERR") && !each.includes("status of 4"))).toEqual([]);
});

const SAVED = {
  wifi_ssid: "Home",
  wifi_password: "correct horse",
  broker_host: "broker.lan",
  broker_tls: false,
  sim_pin: "4711",
};

describeWith(["chromium"], "a person sets a new gateway up", () => {
  test("chooses network and broker, tests, saves", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.fillBasics();
    await page.locator("#test").click();
    await bench.says("It works. Save now.");
    expect(await page.locator("#steps li").allTextContents()).toEqual(
      ["Wi-Fi", "Time", "Broker's address", "Connection", "TLS", "Log in", "Test message"].map((step) => `${step}done`),
    );
    expect(await page.locator("#save").textContent()).toBe("Save");
    await page.locator("#save").click();
    await bench.says("Saved.", "said");
    expect(portal.settings).toEqual({
      wifi_ssid: "Home",
      wifi_password: "correct horse",
      broker_host: "a1.s1.eu.hivemq.cloud",
      broker_user: "gateway",
      broker_password: "battery staple",
    });
    const asked = portal.requests.length;
    await page.waitForTimeout(2500);
    expect(portal.requests).toHaveLength(asked);
  });

  test("with the keyboard alone", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    const goTo = async (id: string) => {
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement.id || document.activeElement.value")) === id) return;
      }
      throw new Error(`${id} is not reached by Tab`);
    };
    await goTo("Home");
    await page.keyboard.press("Space");
    await goTo("wifi_password");
    await page.keyboard.type("correct horse");
    await goTo("preset");
    await page.keyboard.type("Mosq");
    await goTo("broker_host");
    await page.keyboard.type("192.168.1.10");
    await goTo("broker_user");
    await page.keyboard.type("gateway");
    await goTo("broker_password");
    await page.keyboard.type("battery staple");
    await goTo("test");
    await page.keyboard.press("Enter");
    await bench.says("It works.");
    // An address needs no name server, and without TLS nothing is encrypted.
    expect(await page.locator("#steps li").count()).toBe(5);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await bench.says("Saved.", "said");
    expect(portal.settings).toMatchObject({ broker_host: "192.168.1.10", broker_tls: false });
  });

  test("reaches each control by Tab, once its part is unfolded by Enter, and sees where the focus is", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED };
    });
    const { page } = bench;
    const focused = "document.activeElement";
    const reached = new Set<string>();
    for (let i = 0; i < 120 && !reached.has("erase"); i++) {
      await page.keyboard.press("Tab");
      const tag = await page.evaluate(`${focused}.tagName`);
      if (tag === "SUMMARY") await page.keyboard.press("Enter");
      if (await page.evaluate(`${focused}.id === "word"`)) await page.keyboard.type("RESET");
      expect(await page.evaluate(`getComputedStyle(${focused}).outlineStyle`)).toBe("solid");
      reached.add(`${await page.evaluate(`${focused}.id`)}`);
    }
    const controls = "[...document.querySelectorAll('input[id], select, textarea, button[id]')]";
    const visible = await page.evaluate(`${controls}.filter((each) => each.offsetParent).map((each) => each.id)`);
    expect((visible as string[]).filter((id) => !reached.has(id))).toEqual([]);
  });

  test("hears in so many words whether anybody can listen, and the port follows", async () => {
    bench = await PageBench.open();
    const { page } = bench;
    expect(await page.locator("#tls").textContent()).toMatch(/^Encrypted; /);
    await page.locator("#broker_tls").uncheck();
    expect(await page.locator("#tls").textContent()).toMatch(/^NOT encrypted: anybody/);
    expect(await page.locator("#broker_port").inputValue()).toBe("1883");
    expect(await page.locator("#broker_ca").isVisible()).toBe(false);
    await page.locator("#broker_port").fill("8884");
    await page.locator("#broker_tls").check();
    expect(await page.locator("#broker_port").inputValue()).toBe("8884");
  });

  test("is told what a broker still needs", async () => {
    bench = await PageBench.open();
    await bench.page.locator("#preset").selectOption("AWS IoT Core");
    await bench.says("Still needed: Host, Client identifier", "needed");
    await bench.fill({ broker_host: "x.amazonaws.com", client_id: "gateway" });
    expect(await bench.page.locator("#needed").textContent()).toBe("");
    expect(await bench.page.locator("#f_client").isVisible()).toBe(true);
    expect(await bench.page.locator("#f_ca").isVisible()).toBe(false);
  });

  test("joins a hidden network, and an open one without a password", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.fillBasics();
    await page.getByRole("radio", { name: "Other" }).check();
    await page.locator("#wifi_ssid").fill("Cellar");
    await page.locator("#test").click();
    await bench.says("It works.");
    expect(portal.posted.wifi_ssid).toBe("Cellar");
    await page.getByRole("radio", { name: "Café guests" }).check();
    expect(await page.locator("#wifi_password").isVisible()).toBe(false);
  });
});

describeWith(["chromium"], "the test before save", () => {
  const FAILURES = [
    ["wifi", "wrong-key", "Password refused"],
    ["wifi", "no-network", "Not found"],
    ["wifi", "no-address", "The router gives no address"],
    ["time", "no-time", "No time server answers"],
    ["dns", "no-name", "Unknown host"],
    ["tcp", "refused", "Nobody listens there"],
    ["tls", "unknown-issuer", "certificate is of another authority"],
    ["tls", "expired", "has expired"],
    ["connack", "connack-4", "User or password wrong"],
    ["connack", "not-accepted", "It hung up"],
    ["message", "unacknowledged", "Not acknowledged"],
    ["tls", "something-new", "something-new"],
  ] as const;

  test("says at each step that fails what to do, and lets one save anyway", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.fillBasics();
    for (const [failsAt, problem, words] of FAILURES) {
      Object.assign(portal.script, { failsAt, problem });
      await page.locator("#test").click();
      await bench.says(words);
      expect(await page.locator("#steps .failed").count()).toBe(1);
      expect(await page.locator("#save").textContent()).toBe("Save anyway");
    }
    await page.locator("#save").click();
    await bench.says("Saved.", "said");
  });

  test("goes on asking while the gateway does not listen, and says so", async () => {
    bench = await PageBench.open((portal) => Object.assign(portal.script, { isAway: true, stepMs: 1500 }));
    await bench.fillBasics();
    await bench.page.locator("#test").click();
    await bench.says("Busy with the broker");
    expect(await bench.page.locator("#test").isDisabled()).toBe(true);
    await bench.says("It works.");
  });

  test("is of what stands in the form: after a change it says so", async () => {
    bench = await PageBench.open();
    await bench.fillBasics();
    await bench.page.locator("#test").click();
    await bench.says("It works.");
    await bench.page.locator("#broker_user").fill("another");
    await bench.says("Changed since the test.");
    expect(await bench.page.locator("#save").textContent()).toBe("Save anyway");
  });

  test("is still that of the form when the page is loaded anew, as a phone does that comes back", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.fillBasics();
    await page.locator("#test").click();
    await bench.says("It works.");
    await page.reload();
    await bench.says("It works. Save now.");
    await page.locator("#save").click();
    await bench.says("Saved.", "said");
    expect(portal.settings).toMatchObject({ wifi_password: "correct horse", broker_user: "gateway" });
  });

  test("the end of setup is told before it comes, and where there is one", async () => {
    bench = await PageBench.open((portal) => {
      portal.idle_s = 90;
    });
    await bench.says("Setup ends in 90 s.", "said");
    bench.portal.idle_s = 0;
    await expect.poll(() => bench.page.locator("#said").textContent(), { timeout: 10_000 }).toBe("");
  });

  test.each([
    ["/api/test", 429, "Too soon: again in 3 s."],
    ["/api/settings", 403, "The gateway has restarted"],
    ["/api/settings", 423, "Locked: switch the gateway off and on."],
    ["/api/settings", 413, "The gateway says: It is too long."],
    ["/api/save", 409, "The gateway says: It is too long."],
  ])("tells of %s answered with %i", async (path, status, words) => {
    bench = await PageBench.open((portal) =>
      portal.refusals.set(path, { status, error: "It is too long.", retryAfter: "3" }),
    );
    await bench.fillBasics();
    await bench.page.locator(path === "/api/save" ? "#save" : "#test").click();
    await bench.says(words);
  });

  test("asks one question at a time, and none while the page is hidden", async () => {
    bench = await PageBench.open();
    await bench.page.waitForTimeout(4500);
    expect(bench.portal.statusAtOnce).toBe(1);
    const other = await bench.page.context().newPage();
    await other.bringToFront();
    await bench.page.evaluate("Object.defineProperty(document, 'hidden', { value: true })");
    await bench.page.waitForTimeout(500);
    const asked = bench.portal.requests.length;
    await bench.page.waitForTimeout(4500);
    expect(bench.portal.requests.length - asked).toBeLessThanOrEqual(1);
  });
});

describeWith(["chromium"], "what is entered wrongly", () => {
  test("is marked, with the schema's sentence, and the first of it has the focus", async () => {
    bench = await PageBench.open();
    const { page } = bench;
    await bench.fillBasics();
    await bench.fill({ broker_host: "mqtt://broker", topic: "a/#" });
    await page.locator("#display_height").evaluate((each) => each.closest("details")?.setAttribute("open", ""));
    await page.locator("#country_code").evaluate((each: HTMLInputElement) => {
      each.value = "+44";
    });
    await page.locator("#test").click();
    await bench.says("Please correct: Host, Topic, Country code");
    expect(await page.evaluate("document.activeElement.id")).toBe("broker_host");
    expect(await page.locator("#broker_host").getAttribute("aria-invalid")).toBe("true");
    const sentence = settingRows().find(({ key }) => key === "broker_host")?.sentence;
    expect(await page.locator("#broker_host-e").textContent()).toBe(sentence);
    expect(await page.locator("#country_code").isVisible()).toBe(true);
    await page.locator("#broker_host").fill("broker.lan");
    expect(await page.locator("#broker_host").getAttribute("aria-invalid")).toBe("false");
  });

  test("is told in German with the setting's own sentence", async () => {
    bench = await PageBench.open(undefined, { language: "de-AT" });
    await bench.fillBasics();
    await bench.fill({ broker_port: "0", topic: "/a" });
    await bench.page.locator("#test").click();
    await bench.says("Bitte korrigieren: Port, Topic");
    expect(await bench.page.locator("#broker_port-e").textContent()).toBe("Eine Zahl von 1 bis 65535.");
  });

  test("a contradiction is told where it can be mended", async () => {
    bench = await PageBench.open();
    await bench.fillBasics();
    await bench.unfoldAll();
    await bench.page.locator("#require_signed").check();
    await bench.page.locator("#test").click();
    await bench.says("Please correct: Signed commands only");
    await bench.page.locator("text=Make one").click();
    await bench.page.locator("#test").click();
    await bench.says("It works.");
    expect(bench.portal.posted.key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("another network without its password is noticed before it is posted", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED };
    });
    await bench.page.getByRole("radio", { name: "Neighbour" }).check();
    await bench.page.locator("#test").click();
    await bench.says("Please correct: Password");
    expect(await bench.page.evaluate("document.activeElement.id")).toBe("wifi_password");
    expect(bench.portal.posted).toEqual({});
    await bench.page.getByRole("radio", { name: "Café guests" }).check();
    await bench.page.locator("#test").click();
    await bench.says("It works.");
    expect(bench.portal.posted).toMatchObject({ wifi_ssid: "Café guests", wifi_password: null });
  });
});

describeWith(["chromium"], "secrets", () => {
  test("stay when they are left empty, go when one says so, and are in no part of the page", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED };
    });
    const { page, portal } = bench;
    expect(await page.content()).not.toMatch(/correct horse|4711/);
    expect(await page.locator("#wifi_password-h").textContent()).toContain("Set; empty keeps it.");
    await page.locator("#sim_pin-d").check();
    await page.locator("#test").click();
    await bench.says("It works.");
    expect(portal.draft).toEqual({ ...SAVED, sim_pin: undefined });
    expect(portal.posted).toMatchObject({ sim_pin: null });
    expect(portal.posted).not.toHaveProperty("wifi_password");
  });

  test("are shown while somebody wants to see what he types", async () => {
    bench = await PageBench.open();
    const input = bench.page.locator("#wifi_password");
    await input.fill("correct horse");
    const show = bench.page.locator("#wifi_password + button");
    await show.click();
    expect([await input.getAttribute("type"), await show.getAttribute("aria-pressed")]).toEqual(["text", "true"]);
    await show.click();
    expect(await input.getAttribute("type")).toBe("password");
  });

  test("are not exported; what is imported fills the form in and is not posted by itself", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED, contacts: [], allowed_numbers: ["+4477*"] };
    });
    const { page } = bench;
    await bench.unfoldAll();
    await page.locator("#sim_pin").fill("9999");
    const text = await page.locator("#export").inputValue();
    expect(JSON.parse(text)).toEqual({
      version: 2,
      wifi_ssid: "Home",
      broker_host: "broker.lan",
      broker_tls: false,
      allowed_numbers: ["+4477*"],
    });
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
    expect(download.suggestedFilename()).toBe("settings.json");
    await page
      .locator("#import")
      .fill('{"version":2,"wifi_ssid":"Cellar","broker_host":"b.lan","colour":"red","broker_ca":"own"}');
    await page.locator("#import_b").click();
    await bench.says("Filled in. Left out: colour", "imported");
    expect(await page.locator("#wifi_ssid").inputValue()).toBe("Cellar");
    expect(await page.locator("#wifi_ssid").isVisible()).toBe(true);
    expect(await page.locator("#preset").inputValue()).toBe("Mosquitto + TLS");
    await page.locator("#import").fill("nonsense");
    await page.locator("#import_b").click();
    await bench.says("No settings.", "imported");
    expect(bench.portal.posted).toEqual({});
  });
});

describeWith(["chromium", "openssl"], "certificates", () => {
  test("are pasted or chosen as files, and posted as DER", async () => {
    const authority = new Authority();
    const client = authority.issue("gateway");
    const rsa = authority.issue("gateway", "RSA-2048");
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.fillBasics();
    await page.locator("#preset").selectOption("Mosquitto + TLS + X.509");
    await bench.fill({ broker_host: "broker.lan" });
    await page.locator("#test").click();
    await bench.says("Please correct: CA certificate, Client certificate, Client key (EC P-256)");
    expect(await page.evaluate("document.activeElement.id")).toBe("f_ca");
    await bench.fill({ f_ca: authority.cert, f_key: rsa.key });
    expect(await page.locator("#f_key-e").textContent()).toMatch(/^RSA is too slow/);
    await page.locator("input[aria-labelledby=f_client-l]").setInputFiles(client.certFile);
    await page.locator("#f_key").fill(client.key);
    await page.locator("#test").click();
    await bench.says("It works.");
    expect(Object.keys(portal.files).sort()).toEqual(["ca", "client", "key"]);
    expect(portal.files.client?.toString("base64")).toBe(client.cert.replace(/-----[^-]+-----|\s/g, ""));
    expect(portal.draft).toMatchObject({ broker_ca: "own", broker_cert: true });
  });
});

describeWith(["chromium"], "certificates that the board has", () => {
  const files = () => ({ ca: Buffer.from("a"), client: Buffer.from("b"), key: Buffer.from("c") });

  test("are removed by the save, also where no setting asks for them any more, and not by a test", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED };
      portal.files = files();
    });
    const { page, portal } = bench;
    for (const id of ["f_ca", "f_client", "f_key"]) await page.locator(`#${id}-d`).check();
    await page.locator("#test").click();
    await bench.says("It works.");
    expect(Object.keys(portal.files)).toEqual(["ca", "client", "key"]);
    await page.locator("#f_ca-d").uncheck();
    await page.locator("#save").click();
    await bench.says("Saved.", "said");
    expect(Object.keys(portal.files)).toEqual(["ca"]);
    expect(portal.requests.at(-1)).toBe("POST /api/save");
  });

  test("stay as long as a setting asks for them, which is said at their fields", async () => {
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED, broker_tls: true, broker_ca: "own", broker_cert: true };
      portal.files = files();
    });
    const { page, portal } = bench;
    await page.locator("#f_ca-d").check();
    await page.locator("#f_key-d").check();
    await page.locator("#save").click();
    await bench.says("Please correct: CA certificate, Client key (EC P-256)");
    expect(await page.locator("#f_ca-e").textContent()).toBe("Missing.");
    expect(portal.posted).toEqual({});
    await page.locator("#broker_ca").selectOption("isrg-root-x1");
    await page.locator("#broker_cert").uncheck();
    await page.locator("#save").click();
    await bench.says("Saved.", "said");
    expect(Object.keys(portal.files)).toEqual(["client"]);
  });

  test("have no box to remove them where there are none", async () => {
    bench = await PageBench.open();
    await bench.page.locator("#preset").selectOption("Mosquitto + TLS + X.509");
    expect(await bench.page.locator("#f_ca, #f_client, #f_key").count()).toBe(3);
    expect(await bench.page.locator("[id^=f_][type=checkbox]").count()).toBe(0);
  });
});

describeWith(["chromium"], "the time zone", () => {
  const BERLIN = "STD-1DST-2,M3.5.0/2,M10.5.0/3";
  const choices = () => bench.page.locator("#time_zone option").allTextContents();
  const chosen = () => bench.page.locator("#time_zone").inputValue();

  test("is the phone's at the very first start, by its name", async () => {
    bench = await PageBench.open(undefined, { timeZone: "Europe/Berlin" });
    expect([await choices(), await chosen()]).toEqual([["Europe/Berlin", "UTC"], BERLIN]);
    await bench.fillBasics();
    await bench.page.locator("#save").click();
    await bench.says("Saved.", "said");
    expect(bench.portal.settings).toMatchObject({ time_zone: BERLIN });
  });

  test("stays as it is stored, beside the phone's", async () => {
    const stored = "EST5EDT,M3.2.0,M11.1.0";
    bench = await PageBench.open(
      (portal) => {
        portal.settings = { ...SAVED, time_zone: stored };
      },
      { timeZone: "Asia/Tokyo" },
    );
    expect(await chosen()).toBe(stored);
    expect((await choices()).sort()).toEqual(["Asia/Tokyo", stored, "UTC"].sort());
    await bench.unfoldAll();
    await bench.page.locator("#time_zone").selectOption("UTC");
    expect(JSON.parse(await bench.page.locator("#export").inputValue())).not.toHaveProperty("time_zone");
    await bench.page.locator("#time_zone").selectOption("Asia/Tokyo");
    expect(JSON.parse(await bench.page.locator("#export").inputValue()).time_zone).toBe("STD-9");
  });

  test("is UTC, once it is set up so", async () => {
    bench = await PageBench.open(
      (portal) => {
        portal.settings = { ...SAVED };
      },
      { timeZone: "Europe/Berlin" },
    );
    expect(await chosen()).toBe("UTC0");
  });

  test("of a phone whose clocks follow no rule is no choice", async () => {
    bench = await PageBench.open(undefined, { timeZone: "Africa/Casablanca" });
    expect([await choices(), await chosen()]).toEqual([["UTC"], "UTC0"]);
  });

  test("that a file brings is one", async () => {
    bench = await PageBench.open();
    await bench.unfoldAll();
    await bench.page.locator("#import").fill('{"version":2,"time_zone":"IST-5:30"}');
    await bench.page.locator("#import_b").click();
    await bench.says("Filled in.", "imported");
    expect([await chosen(), (await choices()).includes("IST-5:30")]).toEqual(["IST-5:30", true]);
  });
});

describeWith(["chromium"], "what an attacker calls his network", () => {
  const HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)",
    "\u202Eoverridden",
    "&lt;b&gt;",
    "a".repeat(32),
    "‮\u0007\u0001",
    "toString",
  ];

  test("is a name in the list and nothing else", async () => {
    bench = await PageBench.open((portal) => {
      portal.networks = HOSTILE.map((ssid, i) => ({ ssid, rssi: -40 - 5 * i, locked: true }));
      portal.modem = { ...portal.modem, operator: "<b>x</b>", state: "__proto__", registration: "constructor" };
    });
    const { page, portal } = bench;
    await page.locator("#facts dd").first().waitFor();
    expect(await page.locator(".nets bdi").allTextContents()).toEqual([...HOSTILE, "Other …"]);
    expect(await page.locator("img, main b, main script").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await bench.fillBasics().catch(() => {});
    await page.locator(".nets input").first().check();
    await bench.fill({ wifi_password: "correct horse", broker_host: "b.lan" });
    await page.locator("#test").click();
    await bench.says("It works.");
    expect(portal.posted.wifi_ssid).toBe(HOSTILE[0]);
  });

  test("settings from a file are texts, too", async () => {
    const hostile = '"><script>alert(1)</script>';
    bench = await PageBench.open((portal) => {
      portal.settings = { ...SAVED, wifi_ssid: hostile, topic: hostile.replaceAll("/", "") };
    });
    expect(await bench.page.locator("#topic").inputValue()).toBe(hostile.replaceAll("/", ""));
    expect(await bench.page.locator("main script").count()).toBe(0);
    expect(await bench.page.getByRole("radio", { name: hostile }).isChecked()).toBe(true);
  });
});

describeWith(["chromium"], "for everybody", () => {
  test.each([
    ["en-GB", false],
    ["en-GB", true],
    ["de-DE", false],
    ["de-DE", true],
  ])("axe-core has nothing against it: %s, dark: %s", async (language, dark) => {
    bench = await PageBench.open(
      (portal) => Object.assign(portal.script, { failsAt: "connack", problem: "connack-4" }),
      { language, dark, viewport: dark ? DESK : PHONE },
    );
    const { page } = bench;
    expect(await page.locator("html").getAttribute("lang")).toBe(language.slice(0, 2));
    expect(await bench.violations()).toEqual([]);
    await bench.fillBasics();
    await page.locator("#preset").selectOption("Mosquitto + TLS + X.509");
    await bench.unfoldAll();
    await page.locator("#test").click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    expect(await bench.violations()).toEqual([]);
    await page.locator("#preset").selectOption("Mosquitto");
    await page.locator("#test").click();
    await page.locator("#steps .failed").waitFor();
    expect(await bench.violations()).toEqual([]);
  });

  test("what is touched is 44 pixels high, and nothing is wider than a small phone", async () => {
    bench = await PageBench.open(undefined, { language: "de-DE", viewport: { width: 320, height: 568 } });
    const { page } = bench;
    await bench.unfoldAll();
    const small = await page.evaluate(
      "[...document.querySelectorAll('button, select, summary, textarea, input, .nets label, .box')].filter((each) => each.offsetParent && !/radio|checkbox/.test(each.type)).filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML)",
    );
    expect(small).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  });

  test("the language is changed without losing what was entered", async () => {
    bench = await PageBench.open();
    const { page } = bench;
    await bench.fillBasics();
    await page.locator("#language").selectOption("de");
    await page.locator("h2", { hasText: "MQTT-Broker" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.locator("#broker_user").inputValue()).toBe("gateway");
    expect(await page.locator("#test").textContent()).toBe("Testen");
    await page.locator("#language").selectOption("en");
    await page.locator("h2", { hasText: "MQTT broker" }).waitFor();
  });

  test("stays English where the board does not give the German texts", async () => {
    bench = await PageBench.open((portal) => portal.forget("/de"), { language: "de-DE" });
    expect(await bench.page.locator("#language").inputValue()).toBe("en");
    expect(await bench.page.locator("#test").textContent()).toBe("Test");
  });
});

describeWith(["chromium"], "factory reset", () => {
  test("wants the word, and says what it did", async () => {
    bench = await PageBench.open();
    const { page, portal } = bench;
    await bench.unfoldAll();
    await page.locator("#word").fill("reset");
    expect(await page.locator("#erase").isDisabled()).toBe(true);
    await page.locator("#word").fill("RESET");
    await page.locator("#sim_too").check();
    await page.locator("#erase").click();
    await bench.says("Deleted.", "said");
    expect(portal.erased).toEqual({ sim: true });
  });
});
