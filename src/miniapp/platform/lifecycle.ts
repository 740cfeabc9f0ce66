/** The page hooks, re-exported so that pages do not name Taro. */
export {
  useDidHide,
  useDidShow,
  useLaunch,
  useLoad,
  usePageScroll,
  usePullDownRefresh,
  useReachBottom,
  useRouter,
} from '@tarojs/taro'
