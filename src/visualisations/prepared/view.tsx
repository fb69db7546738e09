import { useTranslation } from 'react-i18next';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { Section } from '../../ui/kit/section.tsx';
import { usePicture } from '../use-picture.ts';
import type { PreparedPicture, PreparedRequest } from './probe.ts';

const request: PreparedRequest = { count: 10 };

/** A few training images as the network gets them. */
export function PreparedImages() {
  const { t } = useTranslation();
  const picture = usePicture<PreparedPicture>('prepared', request);
  if (!picture) return null;
  const [height = 1, width = 1, channels = 1] = picture.shape;
  const size = height * width * channels;
  return (
    <Section title={t('prepared.title')}>
      <ul className="grid grid-cols-5 gap-1.5" data-testid="prepared">
        {Array.from({ length: picture.values.length / size }, (_, i) => (
          <li key={i}>
            <MapCanvas
              map={{
                height,
                width,
                values: picture.values,
                stride: channels,
                offset: i * size,
                colours: channels === 3,
              }}
              reach={picture.reach || 1}
              label={t('prepared.image', { number: i + 1 })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
