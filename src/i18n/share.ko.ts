import type { SameKeys } from './same-keys.ts';
import type { shareEn } from './share.en.ts';

/** Texts about links, and about pictures to take along, in Korean. */
export const shareKo: SameKeys<typeof shareEn> = {
  share: {
    title: '공유',
    subtitle: '링크 안에 네트워크가 통째로 들어 있어요. 받는 사람은 계정도 파일도 필요 없어요.',
    lessonSubtitle:
      '링크에는 수업 이름만 들어 있어요. 받는 사람은 계정도 파일도 없이 처음 그대로의 수업을 열어요.',
    link: '링크',
    copy: '복사',
    copied: '복사했어요',
    notCopied: '브라우저가 복사를 막았어요. 내용이 선택되어 있으니 Ctrl C(⌘ C)를 누르세요.',
    length: '{{length}}자',
    cutOff: '{{length}}자예요. 2,000자가 넘는 링크를 자르는 프로그램도 있어요.',
    tooLong: '이 링크는 {{length}}자예요. {{limit}}자까지만 만들 수 있어요.',
    leaveOutWeights: '가중치 빼기',
    leaveOutData: '내 데이터 빼기',
    saveInstead: '파일로 저장',
    options: '링크에 담을 것',
    withWeights: '학습한 가중치({{weights}}개, 업데이트 {{step}}번)',
    withData: '내 데이터({{name}})',
    viewOnly: '보고 학습할 수만 있고 고칠 수 없게',
    always:
      '층, 선, 위치, 메모, 학습 설정이 함께 가요. 지난 학습 기록과 되돌리기 기록은 함께 가지 않아요.',
    stays:
      '“{{name}}” 데이터는 이 브라우저에 있고, 링크나 파일에 담기에는 너무 커요. 링크를 여는 사람은 데이터를 따로 넣어야 해요.',
    savePicture: '이 그림 저장',
    asPng: 'PNG로',
    asSvg: 'SVG로',
    noPicture: '브라우저가 이 그림으로 파일을 만들지 못했어요.',
    qr: '링크 QR 코드',
    qrLarge: 'QR 코드 크게 보기',
    qrSmall: 'QR 코드 작게 보기',
    qrDense: '링크가 길어서 멀리서 휴대폰으로 읽을 수 있는 QR 코드를 만들 수 없어요.',
    embed: '웹 페이지에 넣기',
    graph: '그래프',
    drawing: '그래프를 그림으로',
    svg: 'SVG',
    png: 'PNG {{scale}}배',
    drawingHint:
      '캔버스 모습 그대로 밝은 색으로 저장해요. 슬라이드나 논문에 쓸 수 있고, SVG에서는 글자가 글자로 남아요.',
    smaller: '그래프가 커서 브라우저가 만들 수 있는 가장 큰 그림으로 저장했어요.',
    noPng: '브라우저가 이 크기의 그림을 만들지 못했어요. SVG에는 크기 제한이 없어요.',
    opened: '링크로 {{name}} 네트워크를 열었어요. 되돌리기를 누르면 하던 작업으로 돌아가요.',
    embedded: '여기서 고친 것은 보관되지 않고 이 페이지를 닫으면 사라져요.',
    openTab: '새 탭에서 이어 하기',
    already: '이 링크의 네트워크가 이미 화면에 있어요.',
    'link-damaged': '링크가 손상됐어요. 오는 길에 일부가 빠지거나 바뀌었어요.',
    'link-newer': '더 새로운 Netwright에서 만든 링크예요. 페이지를 새로 열어 주세요.',
    'link-too-large': '링크에 든 것이 이 페이지가 읽을 수 있는 것보다 커요.',
    invalid: '링크의 “{{path}}” 부분이 잘못됐어요: {{detail}}',
    'newer-version':
      '더 새로운 Netwright에서 만든 링크예요(형식 {{version}}, 이 페이지는 {{known}}까지 읽어요). 페이지를 새로 열어 주세요.',
    doubtful_one: '이 링크의 네트워크에 문제가 {{count}}개 있어요',
    doubtful_other: '이 링크의 네트워크에 문제가 {{count}}개 있어요',
    lesson: '바뀌지 않은 수업이라 이름만으로 충분해요.',
    askAgain: '작업하던 것은 그대로예요. 링크를 다시 받거나 파일로 받아 보세요.',
    openFile: '파일 열기',
    weightsLeft: '링크에 든 가중치가 네트워크와 맞지 않아서 뺐어요.',
  },
};
