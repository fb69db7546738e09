import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { nodes, nodesOf, stat, stepOf, tab, train, visit } from './page.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Drops files on the canvas as a person does. */
async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const data = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const made = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      made.items.add(new File([bytes], name));
    }
    return made;
  }, data);
  await page.locator('.react-flow').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.react-flow').dispatchEvent('drop', { dataTransfer: transfer });
}

const json = (name: string, model: unknown): Dropped => ({
  name,
  bytes: Buffer.from(typeof model === 'string' ? model : JSON.stringify(model)),
});

test('VGG16 is shown whole, and says why it is not trained', async ({ page }) => {
  await visit(page);
  await drop(page, { name: 'model.json', bytes: fixture('vgg16.keras-2.json') });
  await expect(page.getByText('“vgg16” is read: 23 layers, 138,357,544 parameters.')).toBeVisible();
  await expect(nodesOf(page, 'conv2d')).toHaveCount(13);
  await expect(page.locator('header input')).toHaveValue('vgg16');
  await expect(
    page.getByRole('article', { name: 'block5_pool, 7×7×512', exact: true }),
  ).toBeAttached();
  await tab(page, 'Train').click();
  await expect(page.getByTestId('parameters')).toHaveText('138,357,544');
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('0');
  await expect(page.locator('[data-problem="too-many-parameters"]').first()).toContainText(
    'The network would have 138,357,544 parameters, most of them in fc1',
  );
  await expect(page.locator('[data-problem="no-data"]').first()).toContainText('224×224×3');
});

test('what is said of a file covers nothing of the network, nor a window that is opened', async ({
  page,
}) => {
  await visit(page);
  await drop(page, { name: 'model.json', bytes: fixture('vgg16.keras-2.json') });
  const notice = page.locator('[data-notice]');
  await expect(notice).toContainText('is read: 23 layers');
  const box = await notice.boundingBox();
  const canvas = await page.locator('.react-flow').boundingBox();
  if (!box || !canvas) throw new Error('not on screen');
  expect(box.y + box.height).toBeLessThanOrEqual(canvas.y);
  // Every node is wholly in view, below all that is said.
  const highest = () =>
    nodes(page).evaluateAll((all) =>
      Math.min(...all.map((each) => each.getBoundingClientRect().top)),
    );
  const said = await page.locator('[data-graph-notes]').boundingBox();
  await expect.poll(highest).toBeGreaterThanOrEqual(said ? said.y + said.height : canvas.y);

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const onTop = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-notice]') === null,
    { x: box.x + 20, y: box.y + box.height / 2 },
  );
  expect(onTop).toBe(true);
  await page.keyboard.press('Escape');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(async () => (await page.locator('.react-flow').boundingBox())?.y).toBe(48);
});

test('an input that leaves sides open says so, and one press sets them', async ({ page }) => {
  await visit(page);
  const conv = { name: 'conv', filters: 8, kernel_size: [3, 3], activation: 'linear' };
  const layers = [
    { class_name: 'InputLayer', config: { name: 'in', batch_input_shape: [null, null, null, 3] } },
    { class_name: 'Conv2D', config: conv },
  ];
  await drop(page, json('m.json', { class_name: 'Sequential', config: { name: 'open', layers } }));
  await expect(page.locator('[data-notice]')).toContainText('Its input leaves sides open (?×?×3)');
  const problem = page.locator('[data-problem="open-shape"]').first();
  await expect(problem).toContainText('The sides marked ? in ?×?×3 are unknown.');
  await nodesOf(page, 'inputShape').locator('header').click();
  await tab(page, 'Layer').click();
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('? × ? × 3');
  await expect(page.locator('body')).not.toContainText(/[-−]1[,×\s]/);
  await problem.getByRole('button', { name: 'Make it 224×224×3' }).click();
  await expect(page.getByRole('article', { name: 'conv, 222×222×8' })).toBeAttached();
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('224 × 224 × 3');
});

test('undo brings the network back that was there before', async ({ page }) => {
  await visit(page);
  await drop(page, { name: 'model.json', bytes: fixture('vgg16.keras-2.json') });
  await expect(nodesOf(page, 'conv2d')).toHaveCount(13);
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'loss')).toHaveText('0.7584');
});

test('a residual model of Keras 3 trains as soon as it has data', async ({ page }) => {
  await visit(page);
  await drop(page, { name: 'residual.json', bytes: fixture('residual.keras-3.json') });
  await expect(nodesOf(page, 'add')).toHaveCount(1);
  await expect(page.locator('[data-problem="no-data"]').first()).toContainText('28×28×1');
  await tab(page, 'Data').click();
  await page
    .getByRole('complementary', { name: 'Build' })
    .getByRole('button', { name: 'Use “Handwritten digits”' })
    .click();
  await expect(nodesOf(page, 'images')).toHaveCount(1);
  await train(page).click();
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(2);
});

test('a layer that is not known here is a placeholder that says so', async ({ page }) => {
  await visit(page);
  const layer = (class_name: string, config: object) => ({ class_name, config });
  await drop(
    page,
    json('words.json', {
      class_name: 'Sequential',
      config: {
        name: 'words',
        layers: [
          layer('InputLayer', { name: 'in', batch_input_shape: [null, 8, 8, 1] }),
          layer('LSTM', { name: 'memory', units: 4 }),
          layer('Conv2D', {
            name: 'wide',
            filters: 2,
            kernel_size: [3, 3],
            dilation_rate: [2, 2],
          }),
        ],
      },
    }),
  );
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('memory (LSTM), wide (Conv2D with dilation_rate = [2,2])');
  await expect(page.locator('[data-problem="foreign-kind"]').first()).toContainText('“LSTM”');
  await expect(page.locator('[data-problem="foreign-option"]').first()).toContainText(
    'This Conv2D has dilation_rate = [2,2]',
  );
});

/** A perceptron as TensorFlow.js saves it: y = 2·x₁ + 3·x₂ + 1. */
const savedModel = {
  format: 'layers-model',
  modelTopology: {
    class_name: 'Sequential',
    config: {
      name: 'saved',
      layers: [
        {
          class_name: 'Dense',
          config: { name: 'd', units: 1, activation: 'linear', batch_input_shape: [null, 2] },
        },
      ],
    },
    keras_version: 'tfjs-layers 4.22.0',
  },
  weightsManifest: [
    {
      paths: ['w.bin'],
      weights: [
        { name: 'd/kernel', shape: [2, 1], dtype: 'float32' },
        { name: 'd/bias', shape: [1], dtype: 'float32' },
      ],
    },
  ],
};

test('a TensorFlow.js model brings its weights along as starting weights', async ({ page }) => {
  await visit(page);
  await drop(page, json('model.json', savedModel));
  await expect(page.getByText('drop model.json together with w.bin')).toBeVisible();
  await drop(
    page,
    { name: 'w.bin', bytes: Buffer.from(Float32Array.from([2, 3, 1]).buffer) },
    json('model.json', savedModel),
  );
  await expect(page.getByText('It starts from the 3 weights of the file.')).toBeVisible();
  await nodesOf(page, 'dense').click();
  await tab(page, 'Layer').click();
  await expect(page.getByLabel('Weights start from', { exact: true })).toHaveValue('values');
});

test('a file that is not read says what it is and what to do', async ({ page }) => {
  await visit(page);
  const advice = page.getByRole('alert');
  await drop(page, { name: 'best.h5', bytes: Buffer.from('\x89HDF\r\n\x1a\n', 'latin1') });
  await expect(advice).toContainText('“best.h5” is an HDF5 file of Keras');
  await expect(advice).toContainText('keras.models.load_model("model.h5").to_json()');
  for (const [name, said] of [
    ['net.onnx', 'ONNX'],
    ['net.pt', 'PyTorch'],
    ['net.pkl', 'pickle'],
    ['saved_model.pb', 'graph of TensorFlow'],
    ['w.bin', 'together with its model.json'],
  ] as const) {
    await drop(page, { name, bytes: Buffer.from('?') });
    await expect(advice).toContainText(said);
  }
  await drop(page, json('model.json', '{"class_name": "Sequential", "config": {'));
  await expect(advice).toContainText('not JSON');
  await drop(page, json('model.json', { modelTopology: { node: [] }, format: 'graph-model' }));
  await expect(advice).toContainText('graph model');
  await expect(nodes(page)).toHaveCount(6);
});

test('a page for looking only opens no other network, and says so', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2&edit=no');
  await expect(stat(page, 'loss')).toHaveText('0.7584');
  await drop(page, json('model.json', savedModel));
  await expect(page.getByRole('alert')).toContainText('for looking only');
  await expect(nodes(page)).toHaveCount(6);
});

test('a model and a link can be pasted as text', async ({ page }) => {
  await visit(page);
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste(JSON.stringify(savedModel, null, 2));
  await expect(page.locator('header input')).toHaveValue('saved');
  await paste('https://example.org/#n=1damaged');
  await expect(page.getByRole('alert')).toContainText('damaged');
});
